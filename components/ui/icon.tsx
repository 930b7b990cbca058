import styles from './ui.module.css'

/** Line drawings of our own on a 24-unit grid. */
const drawings = {
  phone:
    'M6.5 3.5h3l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z',
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.1',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4.2V12l3 2.2',
  calendar: 'M4.5 6.5h15v13h-15v-13Zm0 4.5h15M8.5 3.8v4m7-4v4',
  check: 'm4.8 12.6 4.7 4.6 9.7-10',
  cross: 'm6 6 12 12M18 6 6 18',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 7.3v5.4m0-8.6v.1',
  pin: 'M12 21s7-6.2 7-11.3A7 7 0 0 0 5 9.700C5 14.800 12 21 12 21Zm0-8.700a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200Z',
  mail: 'M3.500 6h17v12.500h-17V6Zm0 .8 8.500 6.700 8.500-6.700',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.200-3.200a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3.200 3.200a4 4 0 0 0 5.700 5.700l1-1',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Zm4.800 11.300 5.200 5.200',
  drop: 'M12 3.500c3.400 4 5.700 7 5.700 10.300a5.700 5.700 0 0 1-11.400 0c0-3.300 2.300-6.300 5.700-10.300Z',
  car: 'M3.500 16.500v-3.800l2-.9L7.300 7.500h9.400l1.800 4.300 2 .9v3.800h-17Zm2-4.700h13M7 16.500v2m10-2v2',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v1.500m0 15V21m9-9h-1.500m-15 0H3m15.400-6.400-1 1m-10.800 10.800-1 1m12.800 0-1-1M6.600 6.600l-1-1',
  document: 'M6 3.500h8.500l4 4V20.500H6v-17Zm8.500 0v4h4M12.200 11v6.200m-2.600-2.600 2.600 2.600 2.600-2.600',
  arrow: 'M4.500 12h14m-5.500-5.500 5.700 5.500-5.700 5.500',
} as const
export type IconName = keyof typeof drawings

/** Decoration beside words: screen readers do not hear it, so it never stands alone. */
export function Icon({name}: {name: IconName}) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
