export {startSampleClinic as default} from './start-sample-clinic'
