import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { SearchForm } from '../forms/SearchForm'

const words = { en: 'Account by its address (0x…)', de: 'Konto nach seiner Adresse (0x…)' }

/** Leads to the page of an account. */
export const AccountSearch = ({ search, locale }: { search: string; locale: Locale }) => (
  <SearchForm label={words[locale]} action={toHref(locale, '/accounts')} search={search} keep={{}} locale={locale} />
)
