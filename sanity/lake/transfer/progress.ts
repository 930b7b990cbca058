/** Shows how far a move of content is: one line that is written over on a terminal, one line a step elsewhere. */
import type {WriteStream} from 'node:tty'

export type Progress = {
  show(event: {step: string; current?: number; total?: number | string}): void
  end(): void
}

/** @param output where to; a log file gets no line twice */
export function progressOn(output: NodeJS.WriteStream | WriteStream): Progress {
  let shown = ''
  const lineOf = (step: string, current?: number, total?: number | string): string =>
    current === undefined
      ? step
      : `${step.replace(/\.+$/, '')} ${current}${total === '?' || total === undefined ? '' : ` of ${total}`}`
  return {
    show({step, current, total}) {
      if (output.isTTY) {
        output.write(`\r\u001b[K${lineOf(step, current, total)}`)
        shown = step
        return
      }
      if (step !== shown) output.write(`${step}\n`)
      shown = step
    },
    end() {
      if (output.isTTY && shown !== '') output.write('\r\u001b[K')
      shown = ''
    },
  }
}

/** `1 document`, `2 documents`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
