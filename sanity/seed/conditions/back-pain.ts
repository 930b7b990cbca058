/**
 * The customer's own page, word for word: its text, fact and questions keep every character, slips included.
 *
 * A test compares them with the customer's file. The site prints the labels ("Did you know…", "Frequently Asked
 * Questions"); the cards and links are ours, because a page about back pain needs its warning signs.
 */
import {condition, fact, faq, picture, urgentHelp} from '../build.ts'
import {verbatim} from '../prose.ts'
import {spineEmergency, spineUrgent} from './red-flags.ts'

const opening =
  'Interventional pain medicine physicians treat the entire neuromusculoskeletal system, but they are especially helpful in treating back pain.'

const rest =
  'They do not actually target pain relief itself so much as they attempt to treat the underlying conditions responsible for pain. Instead of merely masking the pain with over-the-counter or prescription medications, many patients who see physicians for back pain can achieve relief with simple spinal physical therapy and lifestyle changes. Even the Agency for Health Care Policy and Research recommends that people with chronic back pain seek out conservative treatment options first, including safe and effective interventional procedures.'

const backPain = condition({
  slug: 'back-pain',
  title: 'Back Pain',
  bodyRegions: ['upperBack', 'lowerBack'],
  summary: opening,
  image: picture('back-pain', 'Drawing of a person from behind, with the lower back highlighted'),
  urgentHelp: [
    urgentHelp('emergency', [...spineEmergency, 'back pain with chest pain or trouble breathing']),
    urgentHelp('urgent', spineUrgent),
    urgentHelp('routine', [
      'the pain has not eased after a few weeks',
      'the pain keeps you from work, sleep, or things you enjoy',
      'the pain keeps coming back',
    ]),
  ],
  sections: {overview: [verbatim(`${opening} ${rest}`)]},
  facts: ['leading-cause-of-disability'],
  faqs: ['back-pain-physician', 'back-pain-treatment', 'back-pain-after-treatment'],
  treatments: ['physical-therapy', 'trigger-point-injection', 'epidural-steroid-injection', 'pacing'],
  relatedConditions: ['sciatica', 'herniated-disk', 'spinal-stenosis', 'sacroiliac-joint-pain'],
})

const disability = fact({
  slug: 'leading-cause-of-disability',
  statement: 'That the leading cause of disability around the world is lower back pain?',
  detail:
    'In the U.S. alone, an estimated 31 million people are suffering from some type of back pain – many of them chronically. Although inflammatory diseases and other conditions can be a source of back pain, the vast majority of symptoms are caused by mechanical discrepancies in the spine.',
})

const questions = [
  faq({
    slug: 'back-pain-physician',
    question: 'Should I see a interventional pain physician for my back pain?',
    answer: [
      verbatim(
        'Yes. Although not everyone is a candidate for interventional management, those who are often found significant pain relief with ongoing treatment.',
      ),
    ],
  }),
  faq({
    slug: 'back-pain-treatment',
    question: 'How will a Interventional pain physician treat my pain?',
    answer: [
      verbatim(
        'Your physician will first attempt to identify the cause of your pain – whether it is related to posture, weight, stress, or the result of a car accident or other injury. You may be advised to make certain modifications to your daily habits and to visit periodically for physical therapy and trigger point injections which is designed to relieve pain, muscle tightness, and joint immobility. Your treatment may persist for several weeks or months until your pain subsides.',
      ),
    ],
  }),
  faq({
    slug: 'back-pain-after-treatment',
    question: 'What should I expect after treatment?',
    answer: [
      verbatim(
        'At times soreness or a brief increase in pain can persist. However, it is normal to experience some mild to moderate soreness in the first one to two days following your treatment. Otherwise, you can return to your usual routine as soon as you leave the office.',
      ),
    ],
  }),
]

export const backPainPage = [backPain, disability, ...questions]
