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

/** Words of the page that the door shows by itself, when nothing else can be shown. */
export const failureWords = {
  en: {
    title: 'This page cannot be shown right now',
    text: 'We are sorry. Please try again in a minute.',
    home: 'Go to the home page',
    call: 'You can call us:',
    clinic: 'the clinic',
    emergency: 'In an emergency, call 911 or go to the nearest emergency room.',
  },
  es: {
    title: 'Esta página no se puede mostrar en este momento',
    text: 'Lo sentimos. Inténtelo de nuevo en un minuto.',
    home: 'Ir a la página de inicio',
    call: 'Puede llamarnos:',
    clinic: 'la clínica',
    emergency: 'En una emergencia, llame al 911 o vaya a la sala de emergencias más cercana.',
  },
}
