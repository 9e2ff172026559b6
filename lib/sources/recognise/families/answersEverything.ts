import { z } from 'zod'
import { toFinding, toRecogniser } from '../recogniser'

/**
 * A contract that answers what no contract was ever written to answer also answers everything else, and says nothing by it. It stands first,
 * so that nothing else is believed of it.
 */
export const answersEverything = toRecogniser({
  id: 'answersEverything',
  // Nobody has these functions: their names are made up, and two, so that no selector meets a real one by chance.
  asks: ['lorenzAsksWhatNobodyAnswers() view returns (bytes32)', 'norDoesAnybodyAnswerThis() view returns (bytes32)'],
  answers: z.tuple([z.string(), z.string()]),
  examine: () => toFinding({ name: 'contract that answers everything', said: 'it answers functions that no contract has' }),
})
