// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Token {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

interface Controller {
    function getContract(bytes32 id) external view returns (address);
}

/// Stands where Livepeer has its Minter: keeps what is bonded, and the ether of fees. The rewards of a round are not minted: somebody pays for them.
contract DemoMinter {
    Controller public immutable controller;
    Token public immutable token;
    address public immutable payer;
    uint256 public immutable currentMintableTokens;
    uint256 public currentMintedTokens;

    constructor(Controller controller_, Token token_, address payer_, uint256 perRound) {
        (controller, token, payer, currentMintableTokens) = (controller_, token_, payer_, perRound);
    }

    modifier only(string memory name) {
        require(msg.sender == controller.getContract(keccak256(bytes(name))), name);
        _;
    }

    function setCurrentRewardTokens() external only("RoundsManager") {
        currentMintedTokens = 0;
    }

    function createReward(uint256 part, uint256 whole) external only("BondingManager") returns (uint256 amount) {
        amount = (currentMintableTokens * part) / whole;
        currentMintedTokens += amount;
        require(currentMintedTokens <= currentMintableTokens, "more than a round's rewards");
        token.transferFrom(payer, address(this), amount);
    }

    function trustedTransferTokens(address to, uint256 amount) external only("BondingManager") {
        token.transfer(to, amount);
    }

    function trustedWithdrawETH(address payable to, uint256 amount) external {
        bool trusted = msg.sender == controller.getContract(keccak256("BondingManager")) || msg.sender == controller.getContract(keccak256("TicketBroker"));
        require(trusted, "neither the bonding manager nor the ticket broker");
        (bool paid,) = to.call{value: amount}("");
        require(paid, "ether refused");
    }

    function depositETH() external payable returns (bool) {
        return true;
    }
}
