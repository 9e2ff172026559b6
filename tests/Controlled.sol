// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {AccessControlEnumerable} from "@openzeppelin/contracts/access/extensions/AccessControlEnumerable.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";

/// Roles without a list of members: who has them stands in logs alone.
contract Roles is AccessControl {
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");

    constructor(address admin, address[] memory minters) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        for (uint256 place = 0; place < minters.length; place++) _grantRole(MINTER_ROLE, minters[place]);
    }
}

contract ListedRoles is AccessControlEnumerable {
    constructor(address admin, address pauser) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(keccak256("PAUSER_ROLE"), pauser);
    }
}

contract TwoSteps is Ownable2Step {
    constructor(address owner) Ownable(owner) {}
}

/// An AccessManager says who may replace its code, and who may pause it.
contract ManagedUpgrades is UUPSUpgradeable, AccessManaged {
    bool public isPaused;

    constructor() AccessManaged(address(1)) {}

    function initialize(address manager) external {
        _setAuthority(manager);
    }

    function pause() external restricted {
        isPaused = true;
    }

    function _authorizeUpgrade(address) internal override restricted {}
}

/// Its own code decides who may replace it: the owner.
contract OwnedUpgrades is UUPSUpgradeable, Ownable {
    constructor() Ownable(address(1)) {}

    function initialize(address owner) external {
        _transferOwnership(owner);
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}
}

/// The same with a role.
contract RoleUpgrades is UUPSUpgradeable, AccessControl {
    function initialize(address admin, address upgrader) external {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(keccak256("UPGRADER_ROLE"), upgrader);
    }

    function _authorizeUpgrade(address) internal override onlyRole(keccak256("UPGRADER_ROLE")) {}
}

/// The same with wards, of whom there may be many.
contract WardUpgrades is UUPSUpgradeable {
    mapping(address => uint256) public wards;

    event Rely(address indexed usr);
    event Deny(address indexed usr);

    modifier auth() {
        require(wards[msg.sender] == 1, "no ward");
        _;
    }

    function initialize(address first) external {
        wards[first] = 1;
        emit Rely(first);
    }

    function rely(address usr) external auth {
        wards[usr] = 1;
        emit Rely(usr);
    }

    function deny(address usr) external auth {
        wards[usr] = 0;
        emit Deny(usr);
    }

    function _authorizeUpgrade(address) internal override auth {}
}
