/**
 * Loaded before the lake in the drill's counter-proof: opens SQLite with `synchronous = normal` where the lake asks for
 * `full`. A drill that finds nothing missing then would find nothing ever.
 */
import {DatabaseSync} from 'node:sqlite'

const exec = DatabaseSync.prototype.exec
DatabaseSync.prototype.exec = function (sql) {
  return exec.call(this, sql.replace(/synchronous\s*=\s*full/i, 'synchronous = normal'))
}
