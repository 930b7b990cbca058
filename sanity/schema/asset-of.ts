/** The `_id` of the asset that an image or file field holds; null where it is empty. */
export function assetOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('asset' in value)) return null
  const {asset} = value
  return typeof asset === 'object' && asset !== null && '_ref' in asset && typeof asset._ref === 'string'
    ? asset._ref
    : null
}
