// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

interface Token { function transfer(address to, uint256 amount) external returns (bool); }
interface Pair is Token {
    function token0() external view returns (Token);
    function token1() external view returns (Token);
    function mint(address to) external returns (uint256);
    function burn(address to) external returns (uint256, uint256);
    function swap(uint256 out0, uint256 out1, address to, bytes calldata data) external;
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// Does in one transaction what nobody does by hand, paid for with what it holds. For the tests.
contract PairVisitor {
    /// Takes some of both tokens and pays back some of both.
    function flash(Pair pair, uint256 out0, uint256 out1, uint256 in0, uint256 in1) external {
        pair.swap(out0, out1, address(this), abi.encode(in0, in1));
    }
    function uniswapV2Call(address, uint256, uint256, bytes calldata data) external {
        (uint256 in0, uint256 in1) = abi.decode(data, (uint256, uint256));
        pay(Pair(msg.sender), in0, in1);
    }
    /// Deposits and passes the shares on, half to each.
    function depositFor(Pair pair, uint256 in0, uint256 in1, address one, address other) external {
        pay(pair, in0, in1);
        uint256 shares = pair.mint(address(this));
        pair.transfer(one, shares / 2);
        pair.transfer(other, shares - shares / 2);
    }
    /// Fetches shares of whoever calls and burns them for it.
    function withdrawFor(Pair pair, uint256 shares) external {
        pair.transferFrom(msg.sender, address(this), shares);
        pair.transfer(address(pair), shares);
        pair.burn(msg.sender);
    }
    /// Deposits, trades and withdraws.
    function justInTime(Pair pair, uint256 in0, uint256 in1, uint256 paid0, uint256 out1) external {
        pay(pair, in0, in1);
        uint256 shares = pair.mint(address(this));
        pair.token0().transfer(address(pair), paid0);
        pair.swap(0, out1, address(this), "");
        pair.transfer(address(pair), shares);
        pair.burn(address(this));
    }
    function pay(Pair pair, uint256 in0, uint256 in1) private {
        if (in0 > 0) pair.token0().transfer(address(pair), in0);
        if (in1 > 0) pair.token1().transfer(address(pair), in1);
    }
}

/// A token of the early days: its symbol is no text but 32 bytes.
contract ShortToken {
    bytes32 public constant symbol = "MKR";
    uint8 public constant decimals = 9;
}
contract ShortPair {
    address public token0;
    address public token1;
    constructor(address zero, address one) { token0 = zero; token1 = one; }
}
