/**
 * Changes a key as the command line does, in a process that a test can kill; says when it begins.
 *
 *   node tests/support/change-keys.ts <folder> rotate|recovery-key
 */
import {recoveryKeyToShow, rotate} from '../../lib/enquiries/reseal.ts'
import {noon, nurse, storeIn} from './enquiry.ts'

const [, , folder = '', what] = process.argv
const store = storeIn(folder)
process.stdout.write('begins\n')
if (what === 'rotate') await rotate(store, {actor: nurse, at: noon})
else await recoveryKeyToShow(store, {isNew: true, actor: nurse, at: noon})
store.close()
