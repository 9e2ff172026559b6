// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Tokens that are not as EIP-20 has them in mind, for the tests. What each does is its name.
contract PlainToken {
    event Transfer(address indexed from, address indexed to, uint256 value);
    mapping(address => uint256) internal held;
    uint256 public totalSupply;

    function balanceOf(address account) public view virtual returns (uint256) { return held[account]; }
    function mint(address to, uint256 amount) external {
        unchecked { totalSupply += amount; held[to] += amount; }
        emit Transfer(address(0), to, amount);
    }
    function burn(uint256 amount) external {
        totalSupply -= amount;
        held[msg.sender] -= amount;
        emit Transfer(msg.sender, address(0), amount);
    }
    function transfer(address to, uint256 amount) external virtual { move(to, amount); }
    function move(address to, uint256 amount) internal {
        held[msg.sender] -= amount;
        held[to] += amount;
        emit Transfer(msg.sender, to, amount);
    }
}

/// One in ten goes to a collector, and the logs say so.
contract FeeToken is PlainToken {
    function transfer(address to, uint256 amount) external override {
        move(to, amount - amount / 10);
        move(address(0xfee), amount / 10);
    }
}

/// One in ten goes to a collector, and the logs do not say so.
contract SilentFeeToken is PlainToken {
    function transfer(address to, uint256 amount) external override {
        held[msg.sender] -= amount;
        held[to] += amount - amount / 10;
        held[address(0xfee)] += amount / 10;
        emit Transfer(msg.sender, to, amount);
    }
}

/// Everybody's balance doubles at once, without a log.
contract RebasingToken is PlainToken {
    uint256 internal factor = 1;
    function rebase() external { factor *= 2; totalSupply *= 2; }
    function balanceOf(address account) public view override returns (uint256) { return held[account] * factor; }
}

/// Transfer with the token's number indexed, as ERC-721 has it.
contract NumberedToken {
    event Transfer(address indexed from, address indexed to, uint256 indexed number);
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    function mint(address to, uint256 number) external {
        totalSupply += 1;
        balanceOf[to] += 1;
        emit Transfer(address(0), to, number);
    }
}

/// No Transfer, no balances.
contract NoToken {
    uint256 public number;
    function mint(address, uint256 amount) external { number = amount; }
}

/// The token's code is elsewhere; logs and balances are here.
contract ProxyToken {
    address internal immutable code = address(new PlainToken());
    fallback() external {
        address target = code;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch done case 0 { revert(0, returndatasize()) } default { return(0, returndatasize()) }
        }
    }
}
