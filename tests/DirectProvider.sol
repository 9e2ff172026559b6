// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

interface Token { function transfer(address to, uint256 amount) external; }
interface Pool {
    function token0() external view returns (Token);
    function token1() external view returns (Token);
    function mint(address owner, int24 lower, int24 upper, uint128 liquidity, bytes calldata data) external returns (uint256, uint256);
    function burn(int24 lower, int24 upper, uint128 liquidity) external returns (uint256, uint256);
    function collect(address to, int24 lower, int24 upper, uint128 most0, uint128 most1) external returns (uint128, uint128);
    function swap(address to, bool sells0, int256 amount, uint160 limit, bytes calldata data) external returns (int256, int256);
    function flash(address to, uint256 amount0, uint256 amount1, bytes calldata data) external;
}

/// Uses Uniswap v3 pools without manager and router, paid for with what it holds. For the tests.
contract DirectProvider {
    function provide(Pool pool, address owner, int24 lower, int24 upper, uint128 liquidity) external {
        pool.mint(owner, lower, upper, liquidity, "");
    }
    function trade(Pool pool, bool sells0, int256 amount, uint160 limit) external {
        pool.swap(address(this), sells0, amount, limit, "");
    }
    /// Borrows and pays back with so much above it.
    function borrow(Pool pool, uint256 amount0, uint256 amount1, uint256 paid0, uint256 paid1) external {
        pool.flash(address(this), amount0, amount1, abi.encode(amount0 + paid0, amount1 + paid1));
    }
    /// Liquidity for one swap, put in and taken out in one call.
    function sandwich(Pool pool, int24 lower, int24 upper, uint128 liquidity, bool sells0, int256 amount, uint160 limit) external {
        pool.mint(address(this), lower, upper, liquidity, "");
        pool.swap(address(this), sells0, amount, limit, "");
        pool.burn(lower, upper, liquidity);
        pool.collect(address(this), lower, upper, type(uint128).max, type(uint128).max);
    }
    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        pay(amount0, amount1);
    }
    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        pay(amount0 > 0 ? uint256(amount0) : 0, amount1 > 0 ? uint256(amount1) : 0);
    }
    function uniswapV3FlashCallback(uint256, uint256, bytes calldata data) external {
        (uint256 amount0, uint256 amount1) = abi.decode(data, (uint256, uint256));
        pay(amount0, amount1);
    }
    function pay(uint256 amount0, uint256 amount1) private {
        if (amount0 > 0) Pool(msg.sender).token0().transfer(msg.sender, amount0);
        if (amount1 > 0) Pool(msg.sender).token1().transfer(msg.sender, amount1);
    }
}
