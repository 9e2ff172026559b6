// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorCountingFractional} from "@openzeppelin/contracts/governance/extensions/GovernorCountingFractional.sol";
import {GovernorVotes, IVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {GovernorTimelockCompound, ICompoundTimelock} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockCompound.sol";

/// Votes counted by block number.
contract BlockVotes is ERC20, ERC20Votes {
    constructor(address holder, uint256 supply) ERC20("Block Votes", "BV") EIP712("Block Votes", "1") {
        _mint(holder, supply);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}

/// Two blocks' delay, ten blocks of voting, 10 % quorum, fractional votes, a timelock of Compound's.
contract FractionalGovernor is
    Governor,
    GovernorSettings,
    GovernorCountingFractional,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorTimelockCompound
{
    constructor(IVotes token, ICompoundTimelock timelock)
        Governor("Fractional")
        GovernorSettings(2, 10, 100)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(10)
        GovernorTimelockCompound(timelock)
    {}

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (ProposalState) {
        return super.state(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function _queueOperations(uint256 id, address[] memory targets, uint256[] memory values, bytes[] memory calldatas, bytes32 description)
        internal
        override(Governor, GovernorTimelockCompound)
        returns (uint48)
    {
        return super._queueOperations(id, targets, values, calldatas, description);
    }

    function _executeOperations(uint256 id, address[] memory targets, uint256[] memory values, bytes[] memory calldatas, bytes32 description)
        internal
        override(Governor, GovernorTimelockCompound)
    {
        super._executeOperations(id, targets, values, calldatas, description);
    }

    function _cancel(address[] memory targets, uint256[] memory values, bytes[] memory calldatas, bytes32 description)
        internal
        override(Governor, GovernorTimelockCompound)
        returns (uint256)
    {
        return super._cancel(targets, values, calldatas, description);
    }

    function _executor() internal view override(Governor, GovernorTimelockCompound) returns (address) {
        return super._executor();
    }
}
