//! Looking at the engine's journal before the engine does.
//!
//! SurrealKV 0.21.4 repairs a damaged write-ahead log by cutting it at the first record that it cannot read, or deletes the
//! file if that is the first, and starts: acknowledged writes would be gone without a word. So a damaged journal stops the
//! start here, and nothing is touched. What a power cut leaves is no damage: the end of the last file missing, or sectors
//! of it never written, all of it after the last acknowledged write; the engine may cut that.
//!
//! The format is LevelDB's: blocks of 32 KiB, in them records of a checksum, a length, a kind and the data.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

const BLOCK: usize = 32 * 1024;
const HEADER: usize = 7;
/// What a disk writes whole or not at all.
const SECTOR: usize = 512;
/// Empty, full, first, middle, last, and which compression follows.
const KINDS: [u8; 6] = [0, 1, 2, 3, 4, 9];

#[derive(Debug, PartialEq)]
enum State {
    Whole,
    Torn,
    Damaged,
}

/// The first file of the journal in this data folder that is damaged.
///
/// # Errors
/// What the file system says.
pub fn damaged(folder: &Path) -> io::Result<Option<PathBuf>> {
    let entries = match fs::read_dir(folder.join("wal")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|path| path.extension().is_some_and(|it| it == "wal"));
    files.sort();
    let last = files.last().cloned();
    for file in files {
        let state = state(File::open(&file)?)?;
        if state == State::Damaged || (state == State::Torn && Some(&file) != last.as_ref()) {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn state(mut bytes: impl Read) -> io::Result<State> {
    let mut block = Vec::with_capacity(BLOCK);
    loop {
        block.clear();
        bytes.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        match of_block(&block) {
            State::Whole if block.len() == BLOCK => {}
            state => return Ok(state),
        }
    }
}

/// A record never crosses the edge of a block.
fn of_block(block: &[u8]) -> State {
    let mut rest = block;
    while let Some((header, data)) = rest.split_at_checked(HEADER) {
        let checksum = u32::from_be_bytes([header[0], header[1], header[2], header[3]]);
        let length = usize::from(u16::from_be_bytes([header[4], header[5]]));
        let kind = header[6];
        if kind == 0 && data.iter().all(|byte| *byte == 0) {
            return State::Whole;
        }
        let record = data.get(..length);
        let is_cut = record.is_none() && block.len() < BLOCK && KINDS.contains(&kind);
        let right = |data: &&[u8]| {
            let mut hasher = crc32fast::Hasher::new();
            hasher.update(&[kind]);
            hasher.update(data);
            // The record that names the compression is not checked by the engine either.
            kind == 9 || (kind != 0 && KINDS.contains(&kind) && hasher.finalize() == checksum)
        };
        if record.filter(right).is_none() {
            return if is_cut || was_never_written(rest) {
                State::Torn
            } else {
                State::Damaged
            };
        }
        rest = data.get(length..).unwrap_or_default();
    }
    State::Whole
}

fn was_never_written(bytes: &[u8]) -> bool {
    bytes.windows(SECTOR).any(|sector| sector.iter().all(|byte| *byte == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u8, data: &[u8]) -> Vec<u8> {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&[kind]);
        hasher.update(data);
        let length = u16::try_from(data.len()).unwrap();
        [
            &hasher.finalize().to_be_bytes()[..],
            &length.to_be_bytes(),
            &[kind],
            data,
        ]
        .concat()
    }

    fn state(bytes: impl AsRef<[u8]>) -> State {
        super::state(bytes.as_ref()).unwrap()
    }

    #[test]
    fn a_journal_is_whole_torn_or_damaged() {
        let (first, second) = (record(1, &[7; 900]), record(1, &[8; 2_000]));
        let whole = [first.clone(), second.clone()].concat();
        assert_eq!(state([]), State::Whole);
        assert_eq!(state(&whole), State::Whole);
        assert_eq!(
            state([whole.clone(), vec![0; BLOCK - whole.len()], first.clone()].concat()),
            State::Whole
        );
        assert_eq!(state(&whole[..whole.len() - 1]), State::Torn, "the end is missing");
        let mut unwritten = whole.clone();
        unwritten[1_024..1_024 + SECTOR].fill(0);
        assert_eq!(state(&unwritten), State::Torn, "a sector is missing");
        let mut flipped = whole.clone();
        flipped[100] ^= 1;
        assert_eq!(state(&flipped), State::Damaged);
        assert_eq!(state(vec![0xA5; whole.len()]), State::Damaged);
    }

    #[test]
    fn only_the_last_file_may_be_torn() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(damaged(folder.path()).unwrap(), None, "no journal yet");
        let wal = folder.path().join("wal");
        fs::create_dir(&wal).unwrap();
        let torn = record(1, &[7; 900])[..500].to_vec();
        fs::write(wal.join("00000000000000000001.wal"), &torn).unwrap();
        assert_eq!(damaged(folder.path()).unwrap(), None);
        fs::write(wal.join("00000000000000000002.wal"), record(1, b"next")).unwrap();
        assert_eq!(
            damaged(folder.path()).unwrap(),
            Some(wal.join("00000000000000000001.wal"))
        );
    }
}
