import {picture, treatment} from '../build.ts'
import {advice, prose} from '../prose.ts'

export const tens = treatment({
  slug: 'tens',
  title: 'TENS',
  alsoKnownAs: ['Transcutaneous electrical nerve stimulation', 'TENS unit'],
  kind: 'device',
  summary:
    'TENS is a small battery device that sends a mild current through pads on your skin. The tingle can make pain easier to bear while it is on. You can use it at home, a few times a day, beside exercise and other care.',
  image: picture('tens', 'Drawing of a small device with two wires and pads on the skin'),
  atGlance: {
    duration: '30 to 60 minutes, up to a few times a day',
  },
  sections: {
    whatItIs: `
      TENS stands for transcutaneous electrical nerve stimulation. The tingle gives your nerves something else to report, a
      bit like rubbing a spot that hurts.`,
    whoItIsFor: prose(
      `People with pain in muscles, joints, or nerves. You can use it at home, beside exercise and other care.`,
      advice('dont', [
        'use TENS if you have a pacemaker or another implanted device',
        'use it if you have epilepsy, cancer under treatment, or a serious heart rhythm problem, unless your doctor agrees',
        'use it in pregnancy without asking first',
        'put pads on the front of your neck, your chest, your eyes, or broken or numb skin',
        'use it while you drive, bathe, or sleep',
      ]),
    ),
    before: `
      Our physical therapist shows you where to put the pads and how to set the device. Clean, dry skin works best.`,
    during: `
      Turn it up until you feel a strong but pleasant tingle. It should not hurt. Use it for 30 to 60 minutes, up to a few
      times a day.`,
    after: `
      Take the pads off and look at your skin. Move the pads a little each time.`,
    risks: `
      Red or itchy skin under the pads is the most common problem. TENS is safe for most people who follow the rules above.`,
    results: `
      It helps some people and not others, and studies do not agree. You know within a week or two. We can lend you a device
      to try.`,
  },
  faqs: ['tens-how-often'],
  sources: ['worcestershire-tens'],
})
