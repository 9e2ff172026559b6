// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

interface Token {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function approve(address spender, uint256 amount) external returns (bool);
    function balanceOf(address account) external view returns (uint256);
}
interface Pool {
    function token0() external view returns (Token);
    function token1() external view returns (Token);
    function fee() external view returns (uint24);
    function mint(address owner, int24 lower, int24 upper, uint128 liquidity, bytes calldata data) external returns (uint256, uint256);
    function burn(int24 lower, int24 upper, uint128 liquidity) external returns (uint256, uint256);
    function collect(address to, int24 lower, int24 upper, uint128 most0, uint128 most1) external returns (uint128, uint128);
    function swap(address to, bool sells0, int256 amount, uint160 limit, bytes calldata data) external returns (int256, int256);
}
interface Positions {
    struct Mint { Token token0; Token token1; uint24 fee; int24 lower; int24 upper; uint256 most0; uint256 most1; uint256 least0; uint256 least1; address to; uint256 deadline; }
    struct More { uint256 tokenId; uint256 most0; uint256 most1; uint256 least0; uint256 least1; uint256 deadline; }
    struct Less { uint256 tokenId; uint128 liquidity; uint256 least0; uint256 least1; uint256 deadline; }
    struct Fetch { uint256 tokenId; address to; uint128 most0; uint128 most1; }
    function mint(Mint calldata) external returns (uint256 tokenId, uint128 liquidity, uint256, uint256);
    function increaseLiquidity(More calldata) external returns (uint128 liquidity, uint256, uint256);
    function decreaseLiquidity(Less calldata) external returns (uint256, uint256);
    function collect(Fetch calldata) external returns (uint256, uint256);
}

/// Shares in positions of one Uniswap v3 pool, as the vaults of Arrakis, Gamma, Charm and others give them out; whoever calls is trusted. For the tests.
abstract contract Shares {
    uint8 public constant decimals = 18;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    Pool public immutable pool;
    int24 public lower;
    int24 public upper;
    uint128 public liquidity;
    event Transfer(address indexed from, address indexed to, uint256 amount);

    constructor(Pool pool_, int24 lower_, int24 upper_) {
        pool = pool_;
        (lower, upper) = (lower_, upper_);
    }
    function transfer(address to, uint256 amount) public returns (bool) {
        move(msg.sender, to, amount);
        return true;
    }
    /// Shares for nothing, as a manager's own fee.
    function give(address to, uint256 amount) external {
        move(address(0), to, amount);
    }
    /// Says that there are more than there are.
    function boast(uint256 amount) external {
        totalSupply += amount;
    }
    function move(address from, address to, uint256 amount) internal {
        if (from == address(0)) totalSupply += amount;
        else balanceOf[from] -= amount;
        if (to == address(0)) totalSupply -= amount;
        else balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }
    function idle(Token token) internal view returns (uint256) {
        return token.balanceOf(address(this));
    }
    function partUp(uint256 amount, uint256 shares) internal view returns (uint256) {
        return (amount * shares + totalSupply - 1) / totalSupply;
    }
}

/// Straight in the pool's own books.
contract DirectManager is Shares {
    constructor(Pool pool_, int24 lower_, int24 upper_) Shares(pool_, lower_, upper_) {}

    /// Fees are fetched first; who comes pays its part of liquidity and of what lies idle.
    function mint(uint256 shares, address to) external {
        fetch();
        uint128 added = uint128(shares);
        if (totalSupply > 0) {
            added = uint128(partUp(liquidity, shares));
            pool.token0().transferFrom(msg.sender, address(this), partUp(idle(pool.token0()), shares));
            pool.token1().transferFrom(msg.sender, address(this), partUp(idle(pool.token1()), shares));
        }
        add(added, msg.sender);
        move(address(0), to, shares);
    }
    /// What is paid stays idle.
    function mintIdle(uint256 shares, uint256 amount0, uint256 amount1, address to) external {
        fetch();
        pool.token0().transferFrom(msg.sender, address(this), amount0);
        pool.token1().transferFrom(msg.sender, address(this), amount1);
        move(address(0), to, shares);
    }
    function burn(uint256 shares, address to) external {
        fetch();
        (uint256 idle0, uint256 idle1) = (idle(pool.token0()) * shares / totalSupply, idle(pool.token1()) * shares / totalSupply);
        (uint256 paid0, uint256 paid1) = remove(uint128(liquidity * shares / totalSupply));
        move(msg.sender, address(0), shares);
        pool.token0().transfer(to, idle0 + paid0);
        pool.token1().transfer(to, idle1 + paid1);
    }
    function compound(uint128 added) external {
        fetch();
        add(added, address(this));
    }
    function pull(uint128 removed) external {
        remove(removed);
    }
    /// All of it to another range; what it has too little of is swapped before, in the pool itself.
    function rebalance(int24 lower_, int24 upper_, uint128 added, bool sells0, int256 amount, uint160 limit) external {
        fetch();
        remove(liquidity);
        if (amount != 0) pool.swap(address(this), sells0, amount, limit, abi.encode(address(this)));
        (lower, upper) = (lower_, upper_);
        add(added, address(this));
    }
    function fetch() public {
        if (liquidity == 0) return;
        pool.burn(lower, upper, 0);
        pool.collect(address(this), lower, upper, type(uint128).max, type(uint128).max);
    }
    function add(uint128 added, address payer) private {
        if (added > 0) pool.mint(address(this), lower, upper, added, abi.encode(payer));
        liquidity += added;
    }
    function remove(uint128 removed) private returns (uint256 paid0, uint256 paid1) {
        if (removed == 0) return (0, 0);
        (paid0, paid1) = pool.burn(lower, upper, removed);
        pool.collect(address(this), lower, upper, uint128(paid0), uint128(paid1));
        liquidity -= removed;
    }
    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata data) external {
        pay(abi.decode(data, (address)), amount0, amount1);
    }
    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata data) external {
        pay(abi.decode(data, (address)), amount0 > 0 ? uint256(amount0) : 0, amount1 > 0 ? uint256(amount1) : 0);
    }
    function pay(address payer, uint256 amount0, uint256 amount1) private {
        require(msg.sender == address(pool), "only the pool");
        send(pool.token0(), payer, amount0);
        send(pool.token1(), payer, amount1);
    }
    function send(Token token, address payer, uint256 amount) private {
        if (amount == 0) return;
        if (payer == address(this)) token.transfer(msg.sender, amount);
        else token.transferFrom(payer, msg.sender, amount);
    }
}

/// Through the manager of position NFTs.
contract NftManager is Shares {
    Positions public immutable positions;
    uint256 public tokenId;

    constructor(Pool pool_, Positions positions_, int24 lower_, int24 upper_) Shares(pool_, lower_, upper_) {
        positions = positions_;
        pool.token0().approve(address(positions), type(uint256).max);
        pool.token1().approve(address(positions), type(uint256).max);
    }
    function mint(uint256 most0, uint256 most1, address to) external {
        pool.token0().transferFrom(msg.sender, address(this), most0);
        pool.token1().transferFrom(msg.sender, address(this), most1);
        uint128 before = liquidity;
        (uint256 paid0, uint256 paid1) = add(most0, most1);
        move(address(0), to, before == 0 ? liquidity : totalSupply * (liquidity - before) / before);
        pool.token0().transfer(msg.sender, most0 - paid0);
        pool.token1().transfer(msg.sender, most1 - paid1);
    }
    function burn(uint256 shares, address to) external {
        (uint256 idle0, uint256 idle1) = (idle(pool.token0()) * shares / totalSupply, idle(pool.token1()) * shares / totalSupply);
        (uint256 paid0, uint256 paid1) = remove(uint128(liquidity * shares / totalSupply), true);
        move(msg.sender, address(0), shares);
        pool.token0().transfer(to, idle0 + paid0);
        pool.token1().transfer(to, idle1 + paid1);
    }
    function rebalance(int24 lower_, int24 upper_) external {
        remove(liquidity, false);
        (lower, upper, tokenId) = (lower_, upper_, 0);
        add(idle(pool.token0()), idle(pool.token1()));
    }
    function add(uint256 most0, uint256 most1) private returns (uint256 paid0, uint256 paid1) {
        uint128 added;
        if (tokenId == 0) (tokenId, added, paid0, paid1) = positions.mint(Positions.Mint(pool.token0(), pool.token1(), pool.fee(), lower, upper, most0, most1, 0, 0, address(this), type(uint256).max));
        else (added, paid0, paid1) = positions.increaseLiquidity(Positions.More(tokenId, most0, most1, 0, 0, type(uint256).max));
        liquidity += added;
    }
    /// With all fees, or with what was taken out alone.
    function remove(uint128 removed, bool alone) private returns (uint256 paid0, uint256 paid1) {
        (paid0, paid1) = positions.decreaseLiquidity(Positions.Less(tokenId, removed, 0, 0, type(uint256).max));
        (uint128 most0, uint128 most1) = alone ? (uint128(paid0), uint128(paid1)) : (type(uint128).max, type(uint128).max);
        positions.collect(Positions.Fetch(tokenId, address(this), most0, most1));
        liquidity -= removed;
    }
}
