/** Holds a page as it was served against the HTML standard, and against good practice for everyone (html-validate). */
import {HtmlValidate, StaticConfigLoader} from 'html-validate'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // How React writes HTML: `<meta/>`, `async=""`, `srcSet`. All of it is valid; these rules are about style alone.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'attr-case': 'off',
      // For files of other sites. Ours come from the page's own origin, and only from there.
      'require-sri': 'off',
      // Numbers are kept together by style sheets, so that they can be copied and searched for as they are.
      'tel-non-breaking': 'off',
    },
  }),
)

/** What is wrong with the page, one line each: `element-permitted-content: … (html > body > p)`. */
export async function faultsIn(html: string): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => `${ruleId}: ${message} (${selector ?? 'document'})`),
  )
}
