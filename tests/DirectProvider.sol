// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

interface Token { function transfer(address to, uint256 amount) external; }
interface Pool {
    function token0() external view returns (Token);
    function token1() external view returns (Token);
    function mint(address owner, int24 lower, int24 upper, uint128 liquidity, bytes calldata data) external returns (uint256, uint256);
}

/// Puts liquidity into Uniswap v3 pools without the NFT manager, paid for with what it holds, for any owner. For the tests.
contract DirectProvider {
    function provide(Pool pool, address owner, int24 lower, int24 upper, uint128 liquidity) external {
        pool.mint(owner, lower, upper, liquidity, "");
    }
    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        if (amount0 > 0) Pool(msg.sender).token0().transfer(msg.sender, amount0);
        if (amount1 > 0) Pool(msg.sender).token1().transfer(msg.sender, amount1);
    }
}
