import type { Block } from '@/lib/domain/snapshot'
import { blocksADay } from './transferHistory'

const firstDay = Date.UTC(2021, 4, 5) / 1000

/** A block of a chain on which each comes after twelve seconds. */
export const toBenchBlock = (number: number): Block => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp: firstDay + Math.floor((number * 86_400) / blocksADay) })

/** The last block of the n-th day, counted from 0. */
export const toBenchDayEnd = (day: number): Block => toBenchBlock((day + 1) * blocksADay - 1)
