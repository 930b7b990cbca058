/** The loader Next insists on once its optimizer is off. Nothing uses `next/image`; should it, the picture is as it is. */
const passThrough = ({src}: {src: string}): string => src

export default passThrough
