/** What a Studio in the browser needs to work on a lake. */
export {accountTool} from './account-tool.ts'
export {lakeFeatures} from './lake-features.ts'
export {lakeFetch} from './lake-fetch.ts'
export {type LakeWorkspace, lakeWorkspace} from './lake-workspace.ts'
