// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Token {
    function mint(address to, uint256 amount) external;
}

/// Stands where The Graph has its RewardsManager: whoever closes an allocation is given what was set for it, and it is told as the real one tells it.
contract GraphRewards {
    Token public immutable token;
    address public indexer;
    uint256 public amount;

    event HorizonRewardsAssigned(address indexed indexer, address indexed allocationID, uint256 amount);

    constructor(Token token_) {
        token = token_;
    }

    function set(address indexer_, uint256 amount_) external {
        (indexer, amount) = (indexer_, amount_);
    }

    function onSubgraphAllocationUpdate(bytes32) external pure returns (uint256) {
        return 0;
    }

    function takeRewards(address allocationID) external returns (uint256) {
        token.mint(msg.sender, amount);
        emit HorizonRewardsAssigned(indexer, allocationID, amount);
        return amount;
    }
}
