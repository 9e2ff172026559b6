// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// What contracts answer of which no bytecode is published: the tests' own, with the names of Aave's and Lido's interfaces and nothing behind them
// but what the tests need.

contract Owned {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function transferOwnership(address next) external {
        require(msg.sender == owner, "not the owner");
        owner = next;
    }
}

/// Calls anything for its owner.
contract Executor is Owned {
    constructor(address owner_) Owned(owner_) {}

    function execute(address target, uint256 value, bytes calldata data) external payable {
        require(msg.sender == owner, "not the owner");
        (bool done, ) = target.call{value: value}(data);
        require(done, "refused");
    }
}

/// The same as Aave's, also with others' code.
contract AaveExecutor is Owned {
    constructor(address owner_) Owned(owner_) {}

    function executeTransaction(address target, uint256 value, string memory signature, bytes memory data, bool withDelegatecall) external payable returns (bytes memory) {
        require(msg.sender == owner, "not the owner");
        bytes memory called = bytes(signature).length == 0 ? data : abi.encodePacked(bytes4(keccak256(bytes(signature))), data);
        (bool done, bytes memory answer) = withDelegatecall ? target.delegatecall(called) : target.call{value: value}(called);
        require(done, "refused");
        return answer;
    }
}

contract Payloads is Owned {
    address public immutable CROSS_CHAIN_CONTROLLER;
    address public immutable MESSAGE_ORIGINATOR;
    uint256 public immutable ORIGIN_CHAIN_ID;

    struct Settings {
        address executor;
        uint40 delay;
    }

    mapping(uint8 => Settings) public getExecutorSettingsByAccessControl;

    constructor(address bridge, address sender, uint256 chain) Owned(msg.sender) {
        (CROSS_CHAIN_CONTROLLER, MESSAGE_ORIGINATOR, ORIGIN_CHAIN_ID) = (bridge, sender, chain);
    }

    function set(uint8 level, address executor, uint40 delay) external {
        getExecutorSettingsByAccessControl[level] = Settings(executor, delay);
    }
}

contract CrossChain is Owned {
    address public guardian;
    address public getChainlinkEmergencyOracle;

    constructor(address guardian_, address oracle) Owned(msg.sender) {
        (guardian, getChainlinkEmergencyOracle) = (guardian_, oracle);
    }

    function getSupportedChains() external pure returns (uint256[] memory chains) {
        chains = new uint256[](2);
        (chains[0], chains[1]) = (1, 137);
    }

    function isReceiverBridgeAdapterAllowed(address, uint256) external pure returns (bool) {
        return false;
    }
}

contract GovernanceCore is Owned {
    address public getPowerStrategy = address(7);
    uint256 public getVotingPortalsCount = 3;
    uint256 public getProposalsCount = 400;

    constructor() Owned(msg.sender) {}
}

contract LidoTimelock {
    address public getGovernance;
    address public getAdminExecutor;
    uint32 public getAfterSubmitDelay;
    uint32 public getAfterScheduleDelay;
    bool public isEmergencyProtectionEnabled;
    bool public isEmergencyModeActive;
    address public getEmergencyActivationCommittee;
    address public getEmergencyExecutionCommittee;
    address public getEmergencyGovernance;

    constructor(uint32 submit, uint32 schedule) {
        (getAfterSubmitDelay, getAfterScheduleDelay) = (submit, schedule);
    }

    function set(address governance, address executor) external {
        (getGovernance, getAdminExecutor) = (governance, executor);
    }

    function protect(bool isOn, address stops, address resets, address instead) external {
        (isEmergencyProtectionEnabled, getEmergencyActivationCommittee, getEmergencyExecutionCommittee, getEmergencyGovernance) = (isOn, stops, resets, instead);
    }
}

contract DualGovernance {
    struct Proposer {
        address account;
        address executor;
    }

    address public immutable TIMELOCK;
    Proposer[] proposers;

    constructor(address timelock) {
        TIMELOCK = timelock;
    }

    function registerProposer(address account, address executor) external {
        proposers.push(Proposer(account, executor));
    }

    function getProposers() external view returns (Proposer[] memory) {
        return proposers;
    }
}

contract TimelockedGovernance {
    address public immutable GOVERNANCE;
    address public immutable TIMELOCK;

    constructor(address governance, address timelock) {
        (GOVERNANCE, TIMELOCK) = (governance, timelock);
    }
}
