/** Placeholders for the clinic's team. Nobody here exists, and their names say so. */
import {person, picture} from './build.ts'

export const people = [
  person({
    slug: 'sample-physician',
    name: 'Sample Physician',
    role: 'Pain medicine physician',
    photo: picture('person-physician', 'Plain drawing of a person with a stethoscope'),
    bio: `
      This is a sample entry. It shows how a physician of your clinic will look on the site.

      Write two or three short paragraphs here: what this person treats, how they work with patients, and where they
      trained. Add letters such as MD only when they are true.`,
    specialties: ['Back and neck pain', 'Nerve pain', 'Image-guided injections'],
    languagesSpoken: ['English', 'Spanish'],
    locations: ['main-clinic', 'riverside'],
    treatments: [
      'epidural-steroid-injection',
      'knee-joint-injection',
      'medial-branch-block',
      'pain-medicines',
      'radiofrequency-ablation',
      'sacroiliac-joint-injection',
      'spinal-cord-stimulation',
      'trigger-point-injection',
    ],
    acceptsNewPatients: true,
  }),
  person({
    slug: 'sample-physical-therapist',
    name: 'Sample Physical Therapist',
    role: 'Physical therapist',
    photo: picture('person-therapist', 'Plain drawing of a person in a polo shirt'),
    bio: `
      This is a sample entry for a member of the therapy team.

      Patients like to know who they will meet. Say what a first visit with this person is like, in a friendly sentence or
      two.`,
    specialties: ['Exercise for back and knee pain', 'Pacing', 'TENS'],
    languagesSpoken: ['English'],
    locations: ['main-clinic'],
    treatments: ['physical-therapy', 'pacing', 'tens'],
    acceptsNewPatients: true,
  }),
]
