/**
 * A whole HTML document that needs nothing else: no style sheet, no script, no content. For moments in which a page of the
 * site cannot be drawn.
 */

type Parts = {
  readonly language: string
  /** Text; it is escaped here. */
  readonly title: string
  /** What is read, as HTML. */
  readonly main: string
  /** The id of `main`, where something leads to it. */
  readonly id?: string
}

export const bareDocument = ({language, title, main, id}: Parts): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 10vh auto; padding: 0 1.25rem }
h1 { line-height: 1.2 }
blockquote { margin: 0; padding: 1rem; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
</head>
<body>
<main${id === undefined ? '' : ` id="${id}"`}>
${main}
</main>
</body>
</html>
`

/** Text, as it may stand in HTML and within quotes there. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
