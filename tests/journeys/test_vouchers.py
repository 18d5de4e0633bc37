"""Vouchers from the printer to the customer's card, and those that were lost.

Not here: the pages themselves (tests/handlers/test_voucher_pages.py).
"""

import pypdfium2
import zxingcpp

from tests.people import Customer, Message, Reader, Staff
from tests.running_cafe import RunningCafe, reads_after


async def prints(owner: Staff, how: str) -> Message:
    """The file that comes."""
    asked = await owner.says(how)
    return await reads_after(owner, "voucher-file", asked)


async def links_on(cafe: RunningCafe, file: Message) -> list[str]:
    """What a camera reads on the printed pages, in the order of the slips."""
    async with cafe.http.get(f"/sim/files/{file['document']['file_id']}") as answer:
        content = await answer.read()
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            codes = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
            places = sorted(
                codes, key=lambda code: (code.position.top_left.y // 80, code.position.top_left.x)
            )
            found += [str(code.text) for code in places]
    return found


async def scans(customer: Reader, link: str) -> None:
    await customer.opens(link)
    await customer.starts()


async def test_a_slip_is_printed_scanned_listed_and_voided(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/vouchers")
    await owner.sees("No sheet was printed yet")
    file = await prints(owner, "/vouchers 16")
    assert file["document"]["file_name"] == "vouchers-1.pdf"
    links = await links_on(cafe, file)
    assert len(set(links)) == 16
    assert all(f"{cafe.url}/one_more_cup_bot?start=v_" in link for link in links)

    mia = await Customer.join(cafe.http, "Mia")
    await scans(mia, links[11])
    await mia.reads("greeting")
    await mia.sees("№ 1 · +1 stamp · 1 of 6 · thanks, Olga · voucher 1-12")
    await scans(mia, links[11])
    await mia.sees("You have collected this already: 1 of 6")
    await scans(mia, links[0])
    await scans(mia, links[1])
    await mia.sees("3 of 6")
    await scans(mia, links[2])
    await mia.sees("A card collects at most 3 vouchers a day")

    asked = await owner.says("/vouchers")
    board = await reads_after(owner, "vouchers-heading", asked)
    assert "collected 3, open 13, void 0" in board["text"]
    await owner.taps("№ 1: 13 open", board)
    sheet = await owner.sees_on(board, "Open: 3-11, 13-16")
    assert "Collected: 12 (" in sheet["text"]
    await owner.says("/vouchers 1-12")
    await owner.sees("Slip 1-12: collected · receipt № 1, to take it back: /undo 1")
    await owner.says("/vouchers 1-17")
    await owner.sees("There is no such slip. /vouchers shows")
    await owner.says("/vouchers 1-4")
    slip = await owner.sees("Slip 1-4: open until")
    assert await owner.taps("Void 1-4", slip) == "Void: 12 open on this sheet"
    await owner.sees_on(slip, "Void: 4")
    leo = await Customer.join(cafe.http, "Leo")
    await scans(leo, links[3])
    await leo.sees("This voucher was voided by the cafe")

    await owner.taps("Void the whole sheet", sheet)
    asked = await owner.sees_on(sheet, "gets nothing for it any more")
    await owner.taps("Yes, void 12 slips", asked)
    await owner.sees_on(sheet, "Void: 3-11, 13-16")
    await scans(leo, links[4])
    await leo.sees("voided by the cafe")
    await scans(leo, links[11])
    await leo.sees("Somebody else has collected this already")
    assert cafe.rows("SELECT COUNT(*) FROM customers") == [(1,)]


async def test_a_tap_prints_and_whoever_may_not_is_told(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    await ben.says("/vouchers 5")
    await ben.sees("Only a manager or the owner can do this")
    await owner.says("/vouchers 500")
    await owner.sees("A sheet has 1 to 200 slips")
    await owner.says("/vouchers")
    board = await owner.reads("vouchers-heading")
    assert await owner.taps("Print 20", board) == "I draw them, one moment"
    links = await links_on(cafe, await owner.reads("voucher-file"))
    await scans(owner, links[0])
    await owner.sees("These vouchers were given out by you")
    await scans(ben, links[0])
    await ben.sees("№ 1 · +1 stamp")
    await owner.says("/undo 1 copied slip")
    await ben.sees("a visit was taken back · 0 of 6")


async def test_a_file_that_does_not_get_through_leaves_a_void_sheet(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.breaks("server_error", method="sendDocument", times=5)
    await owner.says("/vouchers 3")
    await owner.sees("so sheet № 1 is void", timeout=15)
    assert cafe.rows("SELECT COUNT(*) FROM voucher_sheets WHERE voided_at IS NULL") == [(0,)]
