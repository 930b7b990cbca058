/** `npm run enquiries -- <verb>`: finds a Node that can run the product, and hands over to server/enquiries.ts. */
import {runProgram} from './launch/program.mjs'

await runProgram('server/enquiries.ts')
