import type {ReactNode} from 'react'
import {Icon, type IconName} from './icon'
import styles from './ui.module.css'

type Props = {href: string; icon?: IconName; quiet?: boolean; children: ReactNode}

/** A link that looks like the thing to do next. At most one on a screen is not `quiet`. */
export const ButtonLink = ({href, icon, quiet = false, children}: Props) => (
  <a className={quiet ? `${styles.button} ${styles.quiet}` : styles.button} href={href}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </a>
)
