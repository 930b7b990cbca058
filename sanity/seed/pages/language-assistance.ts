/** The offer of free help, in English and in languages that are common among people with little English. */
import type {HelpLanguage} from '../../vocabulary.ts'
import {page} from '../build.ts'
import {callout, languageNotice, prose} from '../prose.ts'

/**
 * Our own words, the same in each language: a free interpreter, free papers, large print and other forms, whom to ask.
 * No qualified translator has checked them; the clinic replaces them by text that one has.
 */
const offers: [HelpLanguage, string][] = [
  [
    'en',
    'You can have free help to hear, see, and understand us: a sign language interpreter, large print, or audio. Call us or ask at the front desk.',
  ],
  [
    'es',
    'Si habla español, le ofrecemos gratis un intérprete y documentos en español. También son gratis la letra grande y otros formatos accesibles. Llámenos o pregunte en la recepción.',
  ],
  [
    'zh-Hans',
    '如果您说中文，我们可以免费为您提供口译员和中文资料。大字版和其他无障碍格式的资料也免费提供。请给我们打电话，或到前台询问。',
  ],
  [
    'zh-Hant',
    '如果您說中文，我們可以免費為您提供口譯員和中文資料。大字版和其他無障礙格式的資料也免費提供。請致電給我們，或到櫃檯詢問。',
  ],
  [
    'vi',
    'Nếu quý vị nói tiếng Việt, chúng tôi có thông dịch viên và tài liệu bằng tiếng Việt miễn phí cho quý vị. Bản in chữ lớn và các định dạng dễ tiếp cận khác cũng miễn phí. Xin gọi cho chúng tôi hoặc hỏi tại quầy tiếp tân.',
  ],
  [
    'ru',
    'Если вы говорите по-русски, мы бесплатно предоставим вам переводчика и документы на русском языке. Крупный шрифт и другие доступные форматы тоже бесплатны. Позвоните нам или обратитесь в регистратуру.',
  ],
  [
    'ko',
    '한국어를 사용하시는 경우, 통역사와 한국어 자료를 무료로 제공해 드립니다. 큰 글자 인쇄물과 그 밖의 접근하기 쉬운 형식의 자료도 무료입니다. 전화하시거나 접수처에 문의해 주십시오.',
  ],
  [
    'it',
    'Se parla italiano, le offriamo gratuitamente un interprete e documenti in italiano. Anche i caratteri grandi e gli altri formati accessibili sono gratuiti. Ci chiami o chieda alla reception.',
  ],
  [
    'ar',
    'إذا كنت تتحدث العربية، فإننا نوفر لك مترجمًا فوريًا ومستندات باللغة العربية مجانًا. كما نوفر مجانًا الطباعة بأحرف كبيرة والصيغ الأخرى التي يسهل استخدامها. اتصل بنا أو اسأل موظف الاستقبال.',
  ],
  [
    'fr',
    'Si vous parlez français, nous mettons gratuitement à votre disposition un interprète et des documents en français. Les gros caractères et les autres formats accessibles sont également gratuits. Appelez-nous ou renseignez-vous à l’accueil.',
  ],
  [
    'de',
    'Wenn Sie Deutsch sprechen, stellen wir Ihnen kostenlos einen Dolmetscher oder eine Dolmetscherin und Unterlagen auf Deutsch zur Verfügung. Großdruck und andere barrierefreie Formate sind ebenfalls kostenlos. Rufen Sie uns an oder fragen Sie am Empfang.',
  ],
  [
    'gu',
    'જો તમે ગુજરાતી બોલો છો, તો અમે તમને મફત દુભાષિયો અને ગુજરાતીમાં દસ્તાવેજો આપીએ છીએ. મોટા અક્ષરોમાં અને અન્ય સુલભ સ્વરૂપોમાં માહિતી પણ મફત છે. અમને ફોન કરો અથવા રિસેપ્શન પર પૂછો.',
  ],
  [
    'pl',
    'Jeśli mówi Pan lub Pani po polsku, bezpłatnie zapewniamy tłumacza i dokumenty w języku polskim. Duży druk i inne dostępne formaty są również bezpłatne. Proszę do nas zadzwonić lub zapytać w recepcji.',
  ],
  [
    'ht',
    'Si ou pale kreyòl ayisyen, nou ba ou yon entèprèt ak dokiman an kreyòl gratis. Gwo lèt ak lòt fòma ki fasil pou itilize gratis tou. Rele nou oswa mande nan biwo akèy la.',
  ],
  [
    'pt',
    'Se você fala português, oferecemos gratuitamente um intérprete e documentos em português. Letras grandes e outros formatos acessíveis também são gratuitos. Ligue para nós ou pergunte na recepção.',
  ],
  [
    'tl',
    'Kung nagsasalita kayo ng Tagalog, may libreng interpreter at mga dokumento sa Tagalog para sa inyo. Libre rin ang malalaking letra at iba pang anyo na mas madaling gamitin. Tumawag sa amin o magtanong sa front desk.',
  ],
  [
    'hi',
    'यदि आप हिन्दी बोलते हैं, तो हम आपको मुफ़्त दुभाषिया और हिन्दी में दस्तावेज़ देते हैं। बड़े अक्षरों में और अन्य सुलभ रूपों में जानकारी भी मुफ़्त है। हमें फ़ोन करें या रिसेप्शन पर पूछें।',
  ],
  [
    'fa',
    'اگر به فارسی صحبت می‌کنید، مترجم شفاهی و مدارک به زبان فارسی را رایگان در اختیار شما می‌گذاریم. چاپ با حروف درشت و قالب‌های آسان‌خوان دیگر نیز رایگان است. با ما تماس بگیرید یا از پذیرش بپرسید.',
  ],
  [
    'ur',
    'اگر آپ اردو بولتے ہیں تو ہم آپ کو مفت ترجمان اور اردو میں دستاویزات فراہم کرتے ہیں۔ بڑے حروف اور دیگر آسان شکلوں میں معلومات بھی مفت ہیں۔ ہمیں فون کریں یا استقبالیہ پر پوچھیں۔',
  ],
  [
    'bn',
    'আপনি যদি বাংলা বলেন, আমরা আপনাকে বিনামূল্যে দোভাষী ও বাংলায় কাগজপত্র দিই। বড় অক্ষরে এবং অন্যান্য সহজগম্য রূপে তথ্যও বিনামূল্যে পাওয়া যায়। আমাদের ফোন করুন অথবা অভ্যর্থনা ডেস্কে জিজ্ঞাসা করুন।',
  ],
  [
    'ne',
    'यदि तपाईं नेपाली बोल्नुहुन्छ भने, हामी तपाईंलाई निःशुल्क दोभाषे र नेपालीमा कागजातहरू दिन्छौं। ठूला अक्षर र अन्य पहुँचयोग्य ढाँचाहरूमा जानकारी पनि निःशुल्क छ। हामीलाई फोन गर्नुहोस् वा रिसेप्सनमा सोध्नुहोस्।',
  ],
  [
    'ja',
    '日本語を話される方には、通訳と日本語の資料を無料でご用意します。大きな文字の資料や、そのほかの利用しやすい形式の資料も無料です。お電話いただくか、受付でお尋ねください。',
  ],
  [
    'uk',
    'Якщо ви розмовляєте українською, ми безкоштовно надамо вам перекладача та документи українською мовою. Великий шрифт та інші доступні формати також безкоштовні. Зателефонуйте нам або зверніться до реєстратури.',
  ],
]

/** The offers, for the page in each language of the site. */
export const offersOfHelp = offers.map(([language, text]) => languageNotice(language, text))

export const languageAssistance = page({
  slug: 'language-assistance',
  title: 'Free help in your language',
  legalNotice: 'languageAssistance',
  summary: 'Interpreters, papers in your language, large print, and other help are free. Find your language below.',
  body: prose(
    callout(
      'important',
      'Sample text: replace it before you go live',
      'No qualified translator has checked these texts. Federal law asks for English and the 15 languages most spoken in your state by people with little English. Your lawyer can tell you which ones they are.',
    ),
    'You do not need to bring a friend or a child to interpret. We have trained people for that.',
    ...offersOfHelp,
  ),
})
