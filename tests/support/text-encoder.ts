/** jsdom lacks what every server has and drawing QR codes needs. */
import {TextEncoder} from 'node:util'

globalThis.TextEncoder ??= TextEncoder
