/** `npm run lake -- <verb>`: finds a Node that can run the product, and hands over to server/lake.ts. */
import {runProgram} from './launch/program.mjs'

await runProgram('server/lake.ts')
