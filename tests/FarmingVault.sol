// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20, IERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Wrapper} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Wrapper.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

interface Staking {
    function stake(uint256 amount) external;
    function withdraw(uint256 amount) external;
    function getReward() external;
    function balanceOf(address account) external view returns (uint256);
}
interface Pair {
    function token0() external view returns (IERC20);
    function token1() external view returns (IERC20);
    function mint(address to) external returns (uint256);
}

/// OpenZeppelin's vault, whose shares of a pair lie in a staking contract. For the tests.
contract FarmingVault is ERC4626 {
    Staking private immutable staking;
    constructor(IERC20 shares, Staking _staking) ERC20("Farming Vault", "FV") ERC4626(shares) {
        staking = _staking;
        shares.approve(address(_staking), type(uint256).max);
    }
    function totalAssets() public view override returns (uint256) { return super.totalAssets() + staking.balanceOf(address(this)); }
    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override {
        super._deposit(caller, receiver, assets, shares);
        staking.stake(assets);
    }
    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares) internal override {
        uint256 staked = staking.balanceOf(address(this));
        // What was merely sent here is not staked.
        staking.withdraw(assets < staked ? assets : staked);
        super._withdraw(caller, receiver, owner, assets, shares);
    }
    function fetchRewards() external { staking.getReward(); }
    /// Puts in what it has of both tokens, for itself, and stakes the new shares.
    function reinvest(Pair pair) external {
        pair.token0().transfer(address(pair), pair.token0().balanceOf(address(this)));
        pair.token1().transfer(address(pair), pair.token1().balanceOf(address(this)));
        staking.stake(pair.mint(address(this)));
    }
    /// Sends shares of the pair to somebody who gave nothing back.
    function pay(address to, uint256 assets) external {
        staking.withdraw(assets);
        IERC20(asset()).transfer(to, assets);
    }
    /// Gives out of its own for nothing, as vaults do that take a fee in their shares.
    function giveOut(address to, uint256 shares) external { _mint(to, shares); }
}

contract Wrapped is ERC20Wrapper {
    constructor(IERC20 token) ERC20("Wrapped shares", "wLP") ERC20Wrapper(token) {}
}
