/** Questions of the sample clinic's patients. The customer's three are in `conditions/back-pain.ts`. */
import {faq} from './build.ts'

const aboutConditions = [
  faq({
    slug: 'sciatica-how-long',
    question: 'How long does sciatica last?',
    answer: `
      Most people feel clearly better in 4 to 6 weeks. For some it takes a few months. If your leg gets weaker, or the pain
      does not ease after a few weeks, come and see us.`,
    sources: ['nhs-inform-sciatica'],
  }),
  faq({
    slug: 'sciatica-bed-rest',
    question: 'Should I stay in bed with sciatica?',
    answer: `
      No. A day of taking it easy is fine, but long bed rest slows healing. Short walks and gentle movement are safe, even
      when they are a little uncomfortable.`,
  }),
  faq({
    slug: 'need-a-scan',
    question: 'Do I need an MRI?',
    answer: `
      Most people do not. Scans often show bulges and wear that cause no pain at all. We order one if you have warning
      signs, or if you do not get better as expected. We also need one before surgery and some injections.`,
    sources: ['acp-low-back-pain-guideline'],
  }),
  faq({
    slug: 'disk-surgery',
    question: 'Will I need surgery for a herniated disk?',
    answer: `
      Probably not. Most people heal without it, and the bulge often shrinks. Surgery is for nerves in danger, or for strong
      leg pain that stays after weeks of other care.`,
    sources: ['medlineplus-herniated-disk', 'disk-regression-review'],
  }),
  faq({
    slug: 'stenosis-shopping-cart',
    question: 'Why is it easier to walk with a shopping cart?',
    answer: `
      When you lean forward, the canal in your spine opens a little, and the nerves have more room. That is why carts,
      walkers, and bikes feel good to people with spinal stenosis.`,
    sources: ['niams-spinal-stenosis'],
  }),
  faq({
    slug: 'si-joint-or-disk',
    question: 'How do I know if it is my SI joint or a disk?',
    answer: `
      You cannot be sure on your own. Pain from the SI joint sits low on one side, and rarely goes below the knee. Pain from
      a disk often shoots down to the foot. An exam tells us more, and a test injection can settle it.`,
  }),
  faq({
    slug: 'neck-pain-collar',
    question: 'Should I wear a neck collar?',
    answer: `
      Not unless a doctor told you to, for example after a serious injury. A neck that keeps moving heals faster than one
      that is held still.`,
    sources: ['uhmb-neck-pain'],
  }),
  faq({
    slug: 'frozen-shoulder-diabetes',
    question: 'I have diabetes. Am I more likely to get a frozen shoulder?',
    answer: `
      Yes, diabetes makes it more likely, and it may take longer to heal. Good blood sugar and early, gentle exercise help.
      Tell us if your shoulder gets stiffer from week to week.`,
  }),
  faq({
    slug: 'exercise-worn-knee',
    question: 'Will exercise wear out my knee faster?',
    answer: `
      No. The right exercise makes your knee stronger and hurts it less over time. A mild ache during exercise is fine if it
      has settled by the next day.`,
    sources: ['cochrane-knee-exercise'],
  }),
  faq({
    slug: 'weight-and-knees',
    question: 'Does losing weight help my knees?',
    answer: `
      Yes, if you carry extra weight. Each pound less takes several pounds of load off your knee with every step. Exercise
      and weight loss together help more than either one alone.`,
  }),
  faq({
    slug: 'migraine-diary',
    question: 'What should I write in a headache diary?',
    answer: `
      Keep it short, so that you keep doing it:

      - The day, and how many hours it lasted
      - How strong it was, from 0 to 10
      - What you took, and if it helped
      - Anything that stood out: sleep, meals, stress, your period`,
  }),
  faq({
    slug: 'migraine-too-many-pills',
    question: 'Can pain pills make headaches worse?',
    answer: `
      Yes. If you take them on many days, your head can start to ache from the pills themselves. As a rule, stay at 2 days a
      week or less. If you take more, talk to us before you stop.`,
  }),
  faq({
    slug: 'shingles-contagious',
    question: 'Can other people catch shingles from me?',
    answer: `
      They cannot catch shingles. But someone who never had chickenpox, or the vaccine, can get chickenpox from fluid in
      your blisters. Cover the rash until it has dried. Stay away from newborns and from people who are pregnant or very
      ill.`,
  }),
  faq({
    slug: 'shingles-vaccine-after',
    question: 'Should I get the vaccine if I have already had shingles?',
    answer: `
      Yes, if you are 50 or older. Shingles can come back. There is no fixed waiting time, but wait until the rash has gone.
      Ask your doctor or pharmacist.`,
  }),
  faq({
    slug: 'nerve-pain-heal',
    question: 'Can damaged nerves heal?',
    answer: `
      Sometimes. Nerves grow slowly, about an inch a month at best. Much depends on the cause: a lack of vitamin B12 or a
      squeezed nerve can often be treated. Even when nerves do not heal, pain can be eased.`,
    sources: ['ninds-peripheral-neuropathy'],
  }),
]

const aboutTreatments = [
  faq({
    slug: 'epidural-hurt',
    question: 'Does an epidural steroid injection hurt?',
    answer: `
      You feel a sting when we numb the skin, then mostly pressure. Some people feel their usual leg pain for a moment. Tell
      us at any time, and we will slow down.`,
  }),
  faq({
    slug: 'steroid-shots-per-year',
    question: 'How many steroid injections can I have in a year?',
    answer: `
      We keep it to a few, with about 3 months between them. Too many can harm cartilage, raise blood sugar, and thin bones.
      If an injection did not help, we do not keep repeating it.`,
    sources: ['knee-steroid-review'],
  }),
  faq({
    slug: 'after-injection-drive',
    question: 'Can I drive home after an injection?',
    answer: `
      Please have someone drive you after any injection near the spine. Your leg or arm may be numb for some hours. After a
      trigger point injection most people can drive.`,
  }),
  faq({
    slug: 'test-block-why-twice',
    question: 'Why do I need a test block, and perhaps two?',
    answer: `
      We only want to treat a nerve that truly carries your pain. A block can seem to work by chance. A second one makes the
      result more certain, and many insurers ask for it.`,
    sources: ['facet-joint-guideline'],
  }),
  faq({
    slug: 'ablation-how-long',
    question: 'How long does radiofrequency ablation last?',
    answer: `
      If it works for you, often 6 months to a year. The small nerves grow back, and the pain may return. Then the treatment
      can be repeated.`,
  }),
  faq({
    slug: 'trigger-point-feel',
    question: 'What does a trigger point injection feel like?',
    answer: `
      A small prick, then a short, deep ache or a twitch when the needle meets the knot. It is over in seconds. The muscle
      may be sore for a day or two.`,
    sources: ['cleveland-clinic-trigger-points'],
  }),
  faq({
    slug: 'stimulator-mri',
    question: 'Can I have an MRI with a spinal cord stimulator?',
    answer: `
      With many newer devices you can, if the settings are right. With some older ones you cannot. Always carry your device
      card and show it before any scan.`,
  }),
  faq({
    slug: 'tens-how-often',
    question: 'How often can I use TENS?',
    answer: `
      Several times a day is fine, for 30 to 60 minutes each. Take breaks so that your skin can rest. If it has not helped
      after two weeks, it is probably not for you.`,
  }),
  faq({
    slug: 'therapy-how-many-visits',
    question: 'How many physical therapy visits will I need?',
    answer: `
      Most people have 6 to 12 visits over 2 or 3 months. What you do at home between visits matters more than the number.`,
  }),
  faq({
    slug: 'heat-or-ice',
    question: 'Should I use heat or ice?',
    answer: `
      Use the one that feels better. Many people like ice in the first days after an injury, and heat for stiff muscles.
      Wrap it in a cloth, use it for 15 minutes, and keep it off numb skin.`,
  }),
  faq({
    slug: 'pacing-flare-up',
    question: 'What should I do in a flare-up?',
    answer: `
      First check the warning signs on the page about your condition. If none fits, do these things:

      - Go back to half of your usual activity, not to zero
      - Use heat or ice, and breathe slowly for a few minutes
      - Take your medicine as we agreed
      - Add a little more each day as it settles`,
    sources: ['live-well-with-pain-pacing'],
  }),
  faq({
    slug: 'talk-therapy-in-my-head',
    question: 'Does talk therapy mean my pain is in my head?',
    answer: `
      No. All pain is real. The brain has a volume control for pain, and stress, poor sleep, and fear turn it up. Talk
      therapy helps you turn it down.`,
    sources: ['cochrane-psychological-therapies'],
  }),
  faq({
    slug: 'opioids-do-you-prescribe',
    question: 'Do you prescribe opioids?',
    answer: `
      Sometimes, for severe pain and for a short time. For most long-lasting (chronic) pain, other care works as well or
      better and is safer. If you take opioids now, we will not stop them suddenly. We make a plan together.`,
    sources: ['cdc-opioid-guideline'],
  }),
  faq({
    slug: 'opioids-for-nerve-pain',
    question: 'Are opioids good for nerve pain?',
    answer: `
      They are rarely a first choice. Medicines that calm nerves often work better, with less risk of addiction and
      breathing trouble.`,
    sources: ['cdc-opioid-guideline'],
  }),
]

export const faqs = [...aboutConditions, ...aboutTreatments]
