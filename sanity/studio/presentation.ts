/** The tool "Preview": the website beside the form. */
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {map} from 'rxjs'
import {type DocumentLocationResolver, type DocumentResolver, presentationTool} from 'sanity/presentation'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {documentAt, LOCATIONS_QUERY, locationsIn} from './page-locations'

const locations: DocumentLocationResolver = ({id}, {documentStore}) =>
  documentStore
    .listenQuery(LOCATIONS_QUERY, {id}, {perspective: 'drafts', apiVersion: schemaApiVersion, tag: 'locations'})
    .pipe(map(locationsIn))

/** The document that a page is about, which opens in the form beside it. */
const mainDocument: DocumentResolver = {
  route: ['/', '/*'],
  resolve: ({path}) => documentAt(path),
}

export const presentation = presentationTool({
  title: 'Preview',
  icon: EyeOpenIcon,
  // The site and the Studio are of one origin, whatever name this browser reached them by.
  previewUrl: {initial: '/', previewMode: {enable: '/api/draft-mode/enable'}},
  resolve: {mainDocuments: [mainDocument], locations},
})
