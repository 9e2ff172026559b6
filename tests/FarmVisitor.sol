// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20, IERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

interface Farm {
    function deposit(uint256 pid, uint256 amount) external;
    function withdraw(uint256 pid, uint256 amount) external;
    function userInfo(uint256 pid, address account) external view returns (uint256 amount, uint256 rewardDebt);
}

/// Calls whomever it is told, one after the other, in one transaction. For the tests.
contract FarmVisitor {
    function visit(address[] calldata targets, bytes[] calldata calls) external {
        for (uint256 i = 0; i < targets.length; i++) {
            (bool done,) = targets[i].call(calls[i]);
            require(done, "a call failed");
        }
    }
}

/// OpenZeppelin's vault, whose assets lie in a pool of a MasterChef.
contract FarmedVault is ERC4626 {
    Farm private immutable farm;
    uint256 private immutable pid;
    constructor(IERC20 shares, Farm _farm, uint256 _pid) ERC20("Farmed Vault", "FRV") ERC4626(shares) {
        (farm, pid) = (_farm, _pid);
        shares.approve(address(_farm), type(uint256).max);
    }
    function totalAssets() public view override returns (uint256) {
        (uint256 staked,) = farm.userInfo(pid, address(this));
        return super.totalAssets() + staked;
    }
    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override {
        super._deposit(caller, receiver, assets, shares);
        farm.deposit(pid, assets);
    }
    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares) internal override {
        farm.withdraw(pid, assets);
        super._withdraw(caller, receiver, owner, assets, shares);
    }
}
