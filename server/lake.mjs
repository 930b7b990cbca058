/** `npm run lake -- <verb>`: finds a Node that can run the product, and hands over to server/lake.ts. */
import {spawn} from 'node:child_process'
import path from 'node:path'
import {installIfNeeded} from './launch/install.mjs'
import {productEnvironment, productNode} from './launch/node.mjs'
import {readSettings, root} from './launch/settings.mjs'

readSettings()
await installIfNeeded()
const child = spawn(productNode(), [path.join(root, 'server/lake.ts'), ...process.argv.slice(2)], {
  cwd: process.cwd(),
  env: productEnvironment(),
  stdio: 'inherit',
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
