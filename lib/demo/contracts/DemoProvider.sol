// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Token {
    function transfer(address to, uint256 amount) external returns (bool);
}

interface Pool {
    function token0() external view returns (Token);
    function token1() external view returns (Token);
    function mint(address owner, int24 lower, int24 upper, uint128 liquidity, bytes calldata data) external returns (uint256, uint256);
    function burn(int24 lower, int24 upper, uint128 liquidity) external returns (uint256, uint256);
    function collect(address to, int24 lower, int24 upper, uint128 most0, uint128 most1) external returns (uint128, uint128);
}

/// Provides liquidity to Uniswap v3 pools in their own books, without the manager of NFTs, with tokens that it holds.
contract DemoProvider {
    address public immutable owner = msg.sender;
    /// The pool that may ask for tokens now
    Pool private asking;

    function provide(Pool pool, int24 lower, int24 upper, uint128 liquidity) external {
        require(msg.sender == owner, "only the owner");
        asking = pool;
        pool.mint(address(this), lower, upper, liquidity, "");
        asking = Pool(address(0));
    }

    /// Takes liquidity out, with the fees that the position has earned.
    function withdraw(Pool pool, int24 lower, int24 upper, uint128 liquidity) external {
        require(msg.sender == owner, "only the owner");
        pool.burn(lower, upper, liquidity);
        pool.collect(address(this), lower, upper, type(uint128).max, type(uint128).max);
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        require(msg.sender == address(asking), "only the pool");
        if (amount0 > 0) asking.token0().transfer(msg.sender, amount0);
        if (amount1 > 0) asking.token1().transfer(msg.sender, amount1);
    }
}
