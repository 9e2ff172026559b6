// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Says the price it is told, as a price feed with 8 decimals does. For the tests.
contract PriceFeed {
    uint8 public constant decimals = 8;
    int256 private price;

    constructor(int256 first) { price = first; }

    function tell(int256 next) external { price = next; }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, price, block.timestamp, block.timestamp, 1);
    }
}
