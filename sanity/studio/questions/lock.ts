/** Locks what is on the screen when nobody is there: questions of patients must not stand open over lunch. */
import {useEffect} from 'react'

/** Without a key, a click or a movement; and with the tab behind another. Milliseconds. */
export const idleAfter = 5 * 60_000
export const hiddenAfter = 2 * 60_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** @param isOn is there something to hide? @param onLock hides it; has to stay the same function */
export function useLock(isOn: boolean, onLock: () => void): void {
  useEffect(() => {
    if (!isOn) return
    let seen = Date.now()
    let hiddenSince = document.visibilityState === 'hidden' ? Date.now() : null
    // A computer that slept wakes up with timers that did not run: the clock decides, and the timer only asks it.
    const check = (): boolean => {
      const now = Date.now()
      const isOver = now - seen >= idleAfter || (hiddenSince !== null && now - hiddenSince >= hiddenAfter)
      if (isOver) onLock()
      return isOver
    }
    const sign = () => {
      if (!check()) seen = Date.now()
    }
    const turn = () => {
      check()
      hiddenSince = document.visibilityState === 'hidden' ? Date.now() : null
    }
    const timer = setInterval(check, 5000)
    for (const name of signs) window.addEventListener(name, sign, {passive: true, capture: true})
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign, {capture: true})
      document.removeEventListener('visibilitychange', turn)
    }
  }, [isOn, onLock])
}
