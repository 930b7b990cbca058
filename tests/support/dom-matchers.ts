/** Adds the matchers of @testing-library/jest-dom (`toBeVisible`, `toHaveAccessibleName`, …) to component tests. */
import '@testing-library/jest-dom/jest-globals'
