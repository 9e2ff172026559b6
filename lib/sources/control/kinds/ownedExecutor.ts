import { askAddress, toWay, type ControlKindReader } from '../controlKind'

/**
 * Where code compares what it is asked for with a function that calls anything for whoever may (PUSH4, selector, EQ): execute(address,uint256,bytes),
 * as in Lido's executors, and executeTransaction(address,uint256,string,bytes,bool), as in those of Aave's Governance v3.
 */
const dispatched = ['b61d27f6', '025d36a9'].map((selector) => `63${selector}14`)

/** A contract that does whatever its owner wants, in its own name. */
export const ownedExecutor: ControlKindReader = {
  id: 'ownedExecutor',
  async read(subject) {
    if (!dispatched.some((piece) => subject.code.includes(piece))) return null
    const owner = await askAddress(subject, 'owner')
    // It may run others' code as its own; what stands in no slot of a proxy replaces none.
    return owner === undefined ? null : { isFixed: true, ways: [toWay({ power: 'act', means: 'owner', evidence: `owner() = ${owner}, execute()` }, owner)] }
  },
}
