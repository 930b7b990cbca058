import {examples} from '@/components/examples'
import styles from './gallery.module.css'

/**
 * Every component in every variant, with what it is for. The ending `.dev.tsx` keeps this route out of every build
 * (`pageExtensions` in next.config.ts).
 */
export default function GalleryPage() {
  return (
    <main className={styles.gallery}>
      <h1>Gallery of components</h1>
      {examples.map(({component, variant, about, wide, draw}) => {
        const title = variant ? `${component}: ${variant}` : component
        return (
          <section key={title} className={styles.example} data-example={title} aria-label={title}>
            <header className={styles.about}>
              <p className={styles.name}>{title}</p>
              <p>{about}</p>
            </header>
            <div className={wide ? styles.wide : styles.stage}>{draw()}</div>
          </section>
        )
      })}
    </main>
  )
}
