/** What a Studio in the browser needs to work on a lake. */
export {lakeFeatures} from './lake-features.ts'
export {lakeFetch} from './lake-fetch.ts'
export {type LakeWorkspace, lakeWorkspace} from './lake-workspace.ts'
