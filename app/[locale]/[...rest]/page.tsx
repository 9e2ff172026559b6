import { notFound } from 'next/navigation'

/** Any other address: the page that says so, in the reader's language. */
export default function Rest() {
  notFound()
}
