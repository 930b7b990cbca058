export {stopSampleClinic as default} from './start-sample-clinic'
