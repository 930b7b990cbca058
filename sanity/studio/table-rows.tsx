/** The rows of a table as a grid of cells, in place of lists inside of lists. */
import {AddIcon} from '@sanity/icons/Add'
import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Flex, Stack, TextInput} from '@sanity/ui'
import {type InputProps, set} from 'sanity'
import {type Row, rowsOf, widthOf, withCell, withColumn, withoutColumn, withoutRow, withRow} from './table-grid'

const newKey = () => crypto.randomUUID().slice(0, 12)

export function TableRows({value, onChange, readOnly}: Pick<InputProps, 'value' | 'readOnly'> & TableChanges) {
  const rows = rowsOf(value, newKey)
  const width = widthOf(rows)
  const change = (next: Row[]) => onChange(set(next))
  return (
    <Stack gap={3}>
      <Box overflow="auto">
        <table style={{borderCollapse: 'collapse', width: '100%'}}>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row._key}>
                {row.cells.map((cell, column) => (
                  // A cell has no identity but its place.
                  <td key={`${row._key}-${column.toString()}`} style={{padding: 2, minWidth: 110}}>
                    <TextInput
                      aria-label={`Row ${at + 1}, column ${column + 1}`}
                      value={cell}
                      readOnly={readOnly}
                      onChange={({currentTarget}) => change(withCell(rows, at, column, currentTarget.value))}
                    />
                  </td>
                ))}
                <td style={{width: 1, padding: 2}}>
                  <Button
                    aria-label={`Remove row ${at + 1}`}
                    icon={TrashIcon}
                    mode="bleed"
                    disabled={readOnly || rows.length === 1}
                    onClick={() => change(withoutRow(rows, at))}
                  />
                </td>
              </tr>
            ))}
            <tr>
              {rows[0]?.cells.map((_cell, column) => (
                <td key={`column-${column.toString()}`} style={{padding: 2}}>
                  <Button
                    aria-label={`Remove column ${column + 1}`}
                    icon={TrashIcon}
                    mode="bleed"
                    disabled={readOnly || width === 1}
                    onClick={() => change(withoutColumn(rows, column))}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Box>
      <Flex gap={2}>
        <Button
          icon={AddIcon}
          text="Row"
          mode="ghost"
          disabled={readOnly}
          onClick={() => change(withRow(rows, newKey))}
        />
        <Button
          icon={AddIcon}
          text="Column"
          mode="ghost"
          disabled={readOnly}
          onClick={() => change(withColumn(rows))}
        />
      </Flex>
    </Stack>
  )
}

type TableChanges = {onChange: (patch: ReturnType<typeof set>) => void}
