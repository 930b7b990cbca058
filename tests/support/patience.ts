/** Tests with processes of their own may take their time on a busy machine; none of them asserts a duration by this. */
import {jest} from '@jest/globals'

jest.setTimeout(120_000)
