/**
 * Words of the error page, apart from the rest: that page is the site's one client component, and whatever it imports is
 * sent to every visitor.
 */
export const errorWords = {
  en: {
    title: 'Something went wrong on our side',
    text: 'The page could not be shown. Please try again in a minute.',
    retry: 'Try again',
    home: 'Go to the home page',
  },
  es: {
    title: 'Algo falló de nuestro lado',
    text: 'No se pudo mostrar la página. Inténtelo de nuevo en un minuto.',
    retry: 'Intentar de nuevo',
    home: 'Ir a la página de inicio',
  },
}
