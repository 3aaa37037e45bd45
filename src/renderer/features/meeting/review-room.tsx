import { ArrowLeft, ArrowRight, Eye, EyeOff, Flag, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FileReview } from '#core/review/team-meeting'
import { useAct, useRead } from '../../queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DecisionForm, isMasked, isUnsaved, MaskedDecision, type Written } from './decision-form.tsx'
import { usePaging } from './paging.ts'
import { ReviewedFile } from './reviewed-file.tsx'

/** By the identifier of the review. */
export type WrittenDecisions = Readonly<Record<string, Written | undefined>>
type ReviewRoomProps = {
  reviews: readonly FileReview[]
  /** What is typed and not saved yet stays while one goes from file to file, or leaves the room. */
  written: WrittenDecisions
  onWrite: (id: string, written: Written | undefined) => void
  onLeave: () => void
  onClosed: () => void
}

/**
 * The meeting itself, over the whole window: one file at a time, large, names hidden until somebody asks for them.
 */
export function ReviewRoom({ reviews, written, onWrite, onLeave, onClosed }: ReviewRoomProps) {
  const { t } = useTranslation()
  const [place, setPlace] = useState(() =>
    Math.max(
      reviews.findIndex(({ reviewedAt }) => reviewedAt === null),
      0,
    ),
  )
  const [showsNames, setShowsNames] = useState(false)
  const close = useAct('meetings.close', { done: 'meeting.closed' })
  const shown = reviews[Math.min(place, reviews.length - 1)]
  const index = shown === undefined ? 0 : reviews.indexOf(shown)
  const file = useRead(
    'meetings.read',
    { id: shown?.id ?? '', hideNames: !showsNames },
    { enabled: shown !== undefined },
  ).data
  const go = (to: number) => setPlace(Math.min(Math.max(to, 0), reviews.length - 1))
  usePaging((steps) => go(index + steps))
  const [isClosing, setClosing] = useState(false)
  const unsaved = reviews.findIndex((review) => isUnsaved(written[review.id], review))
  const closeMeeting = () => {
    setClosing(true)
    if (unsaved === -1) close.mutate(undefined, { onSuccess: onClosed })
    else go(unsaved)
  }
  const isCurrent = file !== undefined && file.review.id === shown?.id

  return (
    <ModalOverlay className="room-overlay" isOpen onOpenChange={(open) => !open && onLeave()}>
      <Modal className="room">
        <Dialog className="room-dialog">
          <header className="room-head">
            <Heading slot="title" className="room-title">
              {t('meeting.fileOf', { place: index + 1, count: reviews.length })}
            </Heading>
            <span className="room-tools">
              <Button
                icon={showsNames ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
                onPress={() => setShowsNames(!showsNames)}
              >
                {t(showsNames ? 'meeting.hideNames' : 'meeting.showNames')}
              </Button>
              <IconButton label={t('meeting.leave')} icon={<X size={22} aria-hidden />} onPress={onLeave} />
            </span>
          </header>
          {isCurrent && (
            <div key={file.review.id} className="room-body">
              <ReviewedFile file={file} />
              {isMasked(file.review) ? (
                <MaskedDecision review={file.review} />
              ) : (
                <DecisionForm
                  review={file.review}
                  written={written[file.review.id]}
                  onWrite={(typed) => onWrite(file.review.id, typed)}
                  isClosing={isClosing}
                  isLast={index === reviews.length - 1}
                  onNext={() => go(index + 1)}
                />
              )}
            </div>
          )}
          <footer className="room-foot">
            <Button
              icon={<ArrowLeft size={18} aria-hidden />}
              isDisabled={index === 0}
              onPress={() => go(index - 1)}
            >
              {t('meeting.previous')}
            </Button>
            <Button
              icon={<ArrowRight size={18} aria-hidden />}
              isDisabled={index === reviews.length - 1}
              onPress={() => go(index + 1)}
            >
              {t('meeting.next')}
            </Button>
            <span className="grow" />
            <Button icon={<Flag size={18} aria-hidden />} isPending={close.isPending} onPress={closeMeeting}>
              {t('meeting.close')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
