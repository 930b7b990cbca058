/** The objects that stand between paragraphs: one contract and one projection each. */
import {z} from 'zod'
import {adviceKinds, calloutTones, helpLanguages, urgencyLevels} from '@/sanity/vocabulary'
import {choice} from './choice'
import {imageFields, Picture} from './picture'

/** The urgent-help card's fields, also used where a document has a list of cards. */
export const urgentHelpFields = /* groq */ `level, heading, "items": coalesce(items, []), note`

/** The branch of a projection for each block type. A type without a branch yields only `_type`, and its contract refuses it. */
export const blockFields = /* groq */ `
  _type == "table" => {
    caption,
    "headerRow": coalesce(headerRow, false),
    "rows": coalesce(rows[]{_key, "cells": coalesce(cells, [])}, [])
  },
  _type == "callout" => {tone, title, text},
  _type == "adviceList" => {kind, heading, "items": coalesce(items, [])},
  _type == "figure" => {
    "picture": select(defined(image.asset->_id) => {
      "alt": select(decorative == true => "", coalesce(alt, "")),
      caption,
      credit,
      ${imageFields('image.')}
    })
  },
  _type == "download" => {
    title,
    description,
    language,
    "file": select(file.asset->extension == "pdf" => {
      "assetId": coalesce(file.asset->_id, ""),
      "size": coalesce(file.asset->size, 0)
    })
  },
  _type == "urgentHelp" => {${urgentHelpFields}},
  _type == "languageNotice" => {language, text}
`

export const Table = z.strictObject({
  _type: z.literal('table'),
  _key: z.string(),
  caption: z.string().nullable(),
  headerRow: z.boolean(),
  rows: z.array(z.strictObject({_key: z.string(), cells: z.array(z.string())})),
})
export type Table = z.infer<typeof Table>

export const Callout = z.strictObject({
  _type: z.literal('callout'),
  _key: z.string(),
  tone: choice(calloutTones),
  title: z.string().nullable(),
  /** Plain text; a line break starts a new line. */
  text: z.string(),
})
export type Callout = z.infer<typeof Callout>

export const AdviceList = z.strictObject({
  _type: z.literal('adviceList'),
  _key: z.string(),
  kind: choice(adviceKinds),
  heading: z.string().nullable(),
  items: z.array(z.string()),
})
export type AdviceList = z.infer<typeof AdviceList>

export const Figure = z.strictObject({
  _type: z.literal('figure'),
  _key: z.string(),
  /** Null while the editor has not chosen an image, or when it has been deleted. */
  picture: Picture.nullable(),
})
export type Figure = z.infer<typeof Figure>

/** A document to download. */
export const Download = z.strictObject({
  _type: z.literal('download'),
  _key: z.string(),
  title: z.string(),
  /** One line. */
  description: z.string().nullable(),
  /** The language it is written in, where that is not the page's. */
  language: choice(helpLanguages).nullable(),
  /** Null while the editor has not chosen a PDF, or when it has been deleted. */
  file: z
    .strictObject({
      /** `_id` of the file asset, from which the site makes its own address. */
      assetId: z.string(),
      /** Bytes; 0 where the lake does not say. */
      size: z.number(),
    })
    .nullable(),
})
export type Download = z.infer<typeof Download>

export const UrgentHelp = z.strictObject({
  _type: z.literal('urgentHelp'),
  _key: z.string(),
  level: choice(urgencyLevels),
  heading: z.string(),
  items: z.array(z.string()),
  note: z.string().nullable(),
})
export type UrgentHelp = z.infer<typeof UrgentHelp>

/** The offer of help in one language, for readers of that language. */
export const LanguageNotice = z.strictObject({
  _type: z.literal('languageNotice'),
  _key: z.string(),
  language: choice(helpLanguages),
  /** Plain text; a line break starts a new line. */
  text: z.string(),
})
export type LanguageNotice = z.infer<typeof LanguageNotice>
