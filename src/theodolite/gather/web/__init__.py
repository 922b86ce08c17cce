"""Many addresses of many hosts, fetched side by side and each host politely.

`fetcher.Fetcher` is the door. A request goes in, a result comes out for each, in the order in which they are
there; a result may lead to further requests:

    with Fetcher(Manners(), robots=robots) as fetcher:
        for feed in feeds:
            fetcher.put(Request(address=feed.address, accept=FEED_TYPES, kept=validators, tag=feed))
        for result in fetcher.results():  # ends when every request that was put has its result
            if result.refusal:
                ...  # result.lasting: asking again is of no use; result.status: the host's, where it answered
            else:
                ...  # result.answer.content is None where nothing changed (304)
                fetcher.put(Request(address=link, tag=item))

`Fetcher.take(seconds)` gives one result or None after that time, for a caller that has to write now and then
also when nothing comes; `Fetcher.open` counts the requests without a result so far. Leaving the block, by an
error or Ctrl-C too, ends what is under way.

`manners` says what hosts are owed, `robots` what they allow, `lanes` whose turn it is.
"""
